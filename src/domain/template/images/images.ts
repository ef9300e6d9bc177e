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
  /** Place of its document among those that are not empty, from 0. */
  documentIndex: number;
  kind: string;
  /** The path of the reference, such as `spec.templates[0].container.image`. */
  path: string;
  /** From 1; for a container that is shared by an anchor, the line where the image is written. */
  line: number;
  /** The text as the container runtime gets it, placeholders included. */
  image: string;
  /** The text with the parameters' own values and defaults in it, where there are any. */
  filledIn?: string;
  /** Who reads the image before the kubelet, if anybody does. */
  earlyReader?: EarlyReader;
}

interface Found {
  path: string;
  offset: number;
  image: string;
  filledIn: string | undefined;
  earlyReader: EarlyReader | undefined;
}

/** Argo looks up every container that it starts but the init containers, if it has no command. */
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
 * Every image that the templates of a text start: containers, init containers, sidecars, scripts, container
 * sets, inline and default templates, executor plugins; for a ServingTemplate the predictor's (transformer's,
 * explainer's) containers and model servers, also inside the block string. Empty for a text that cannot be read.
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
