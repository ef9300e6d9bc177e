import type { ColorSystemOptions } from '@mui/material/styles';

interface Ground {
  /** Around the sheet: sidebar and top bar. */
  readonly frame: string;
  /** Table heads, asides and code. */
  readonly sunk: string;
  /** Chips, marks and pressed controls. */
  readonly press: string;
  /** Menus and dialogs. */
  readonly raised: string;
  /** Dark surfaces above everything, such as tooltips. */
  readonly ink: string;
  readonly onInk: string;
}

interface Rule {
  readonly soft: string;
  readonly strong: string;
  /** Borders of fields, which need a contrast of 3 to their ground. */
  readonly control: string;
}

interface Accent {
  readonly soft: string;
  readonly line: string;
  readonly text: string;
  readonly focus: string;
  /** The end of the short fuse in the logo. */
  readonly spark: string;
}

interface OwnColours {
  ground: Ground;
  rule: Rule;
  accent: Accent;
}

interface Shades {
  /** The background of a message. */
  soft?: string;
  /** The border of a message. */
  line?: string;
  /** For a dot or a bar, never for text. */
  mark?: string;
}

declare module '@mui/material/styles' {
  interface Palette extends OwnColours {}
  interface PaletteOptions extends Partial<OwnColours> {}
  interface PaletteColor extends Shades {}
  interface SimplePaletteColorOptions extends Shades {}
}

/** Greys with a hint of petrol, made in OKLCH; every text has a contrast of at least 4.5 to its ground. */
export const light: ColorSystemOptions = {
  palette: {
    primary: { main: '#006878', dark: '#005866', light: '#2b8b98', contrastText: '#ffffff' },
    secondary: { main: '#455458' },
    error: { main: '#b42722', soft: '#ffeeec', line: '#fbb7b0', mark: '#b42722' },
    warning: { main: '#945704', soft: '#fff3dd', line: '#ebc07b', mark: '#d27c02' },
    success: { main: '#1f6c44', soft: '#e6f8ec', line: '#9ed2b3', mark: '#1f6c44' },
    info: { main: '#006271' },
    background: { default: '#eff2f2', paper: '#ffffff' },
    text: { primary: '#142327', secondary: '#455458', disabled: '#5b6b6e' },
    divider: '#dee3e4',
    action: { hover: '#f1f5f6', selected: '#e3f4f6', focus: '#f1f5f6', disabledBackground: '#f6f8f8' },
    ground: {
      frame: '#eff2f2',
      sunk: '#f6f8f8',
      press: '#e5ebec',
      raised: '#ffffff',
      ink: '#142327',
      onInk: '#f4f7f8',
    },
    rule: { soft: '#e9eded', strong: '#cbd3d5', control: '#7f9093' },
    accent: { soft: '#e3f4f6', line: '#9bcfd7', text: '#006271', focus: '#00778a', spark: '#ffd08a' },
  },
};

export const dark: ColorSystemOptions = {
  palette: {
    primary: { main: '#57c3d0', dark: '#6fd3df', light: '#6fd3df', contrastText: '#02171c' },
    secondary: { main: '#a8b3b6' },
    error: { main: '#f98b84', soft: '#3d1d1c', line: '#843c38', mark: '#f98b84' },
    warning: { main: '#efba6a', soft: '#362711', line: '#745426', mark: '#f0a646' },
    success: { main: '#7dcfa1', soft: '#162c20', line: '#335d47', mark: '#7dcfa1' },
    info: { main: '#6fcfdb' },
    background: { default: '#0a0f11', paper: '#101719' },
    text: { primary: '#dee4e6', secondary: '#a8b3b6', disabled: '#899799' },
    divider: '#232d2f',
    action: { hover: '#161f21', selected: '#132f34', focus: '#161f21', disabledBackground: '#0c1214' },
    ground: {
      frame: '#0a0f11',
      sunk: '#0c1214',
      press: '#242f31',
      raised: '#172022',
      ink: '#233033',
      onInk: '#eef3f4',
    },
    rule: { soft: '#1b2325', strong: '#354143', control: '#637377' },
    accent: { soft: '#132f34', line: '#205863', text: '#6fcfdb', focus: '#57cbd8', spark: '#8a4b00' },
  },
};
