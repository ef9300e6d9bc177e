/** A step of a run, with its plan or earlier runs beside it. The layout is the same in every step. */
export const stepLayout = {
  display: 'grid',
  gap: 3,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
} as const;

/** The maximum width of a form. */
export const stepForm = { minWidth: 0, maxWidth: 760 } as const;

/** The line above the tenants: search and filter, and how many are selected. */
export const choiceToolbar = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 } as const;

/** The line below it: buttons that select several at once, aligned with the table. */
export const choiceActions = { ...choiceToolbar, columnGap: 0.5, mx: -1.25, mt: -0.5, mb: 0.5 } as const;
