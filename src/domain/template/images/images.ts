import type { EarlyReader } from '../../keyring/knative-keyring.ts';
import {
  type Container,
  hasCommand,
  hasDefaultCommand,
  listContainers,
  readableSpec,
} from '../read/containers.ts';
import { lookup, lookupMap, type MapNode } from '../read/node.ts';
import type { ReadDocument, ReadTemplate } from '../read/read-template.ts';
import { scalarValue } from '../read/scalar-value.ts';
import { fillIn, type Parameters, readParameters } from './parameters.ts';

/** One image reference of a template. */
export interface TemplateImage {
  /** Index of its document among the non-empty ones, from 0. */
  documentIndex: number;
  kind: string;
  /** The path of the reference, such as `spec.templates[0].container.image`. */
  path: string;
  /** From 1; for a container shared by an anchor, the line where the image is written. */
  line: number;
  /** The text that the container runtime gets, including placeholders. */
  image: string;
  /** The text with the values and defaults of its parameters filled in, if there are any. */
  filledIn?: string;
  /** Who reads the image before the kubelet, if anyone. */
  earlyReader?: EarlyReader;
}

interface Found {
  path: string;
  offset: number;
  image: string;
  filledIn: string | undefined;
  earlyReader: EarlyReader | undefined;
}

/** Argo looks up what a container without a command starts, except for init containers and executor plugins. */
function earlyReaderOf({ role, map }: Container, defaultCommand: boolean): EarlyReader | undefined {
  if (role === 'serving') return 'knative';
  if (role === 'init' || role === 'plugin') return undefined;
  return hasCommand(map) || defaultCommand ? undefined : 'argo';
}

function findImages(body: string, document: ReadDocument): Found[] {
  const { tree, head } = document;
  const spec = readableSpec(document);
  if (spec === undefined) return [];
  const { source } = spec.view;
  const isServing = head.rule?.serving === true;
  const root = tree.root.kind === 'map' ? tree.root : undefined;
  const parameters = isServing
    ? readParameters(body, lookupMap(root, 'spec'), 'inputs', 'inputs')
    : readParameters(body, spec.root, 'arguments', 'workflow');
  const defaultCommand = hasDefaultCommand(spec);
  const inputs = new Map<MapNode, Parameters>();
  const inputsOf = (owner: MapNode): Parameters => {
    const found = inputs.get(owner) ?? readParameters(source, owner, 'inputs', 'inputs');
    inputs.set(owner, found);
    return found;
  };
  return listContainers(document).flatMap((container): Found[] => {
    const node = lookup(container.map, 'image');
    const image = node?.kind === 'scalar' ? scalarValue(source, node) : '';
    if (node === undefined || image === '') return [];
    const scopes = isServing ? [parameters] : [inputsOf(container.owner), parameters];
    return [
      {
        path: `${container.path}.image`,
        offset: spec.toOuter(node.start),
        image,
        filledIn: fillIn(image, ...scopes),
        earlyReader: earlyReaderOf(container, defaultCommand),
      },
    ];
  });
}

/**
 * Every image that the templates of a text start: containers, init containers, sidecars, scripts, container sets,
 * inline and default templates, executor plugins; for a ServingTemplate the containers and model servers of predictor,
 * transformer and explainer, also inside the block string. Empty if the text cannot be read.
 */
export function listTemplateImages({ body, documents, positionOf }: ReadTemplate): TemplateImage[] {
  return documents.flatMap((document) =>
    findImages(body, document).map(({ path, offset, image, filledIn, earlyReader }) => ({
      documentIndex: document.index,
      kind: document.head.kind ?? '',
      path,
      line: positionOf(offset).line,
      image,
      ...(filledIn !== undefined && { filledIn }),
      ...(earlyReader !== undefined && { earlyReader }),
    })),
  );
}
