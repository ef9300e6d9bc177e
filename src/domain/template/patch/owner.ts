import type { MapNode, Node } from '../read/node.ts';
import { type Failed, mapAt, type Spec, step } from '../read/spec.ts';

/** The mapping that holds or should hold the `imagePullSecrets` of one document. */
export interface Place {
  owner: MapNode;
  /** The nodes from the document's root down to the owner. */
  path: Node[];
}

/** Finds the place in a spec: in an InferenceService it is the predictor. Problems have offsets into the template. */
export function findPlace(spec: Spec, serving: boolean): Place | Failed {
  if (!serving) return { owner: spec.root, path: spec.path };
  const found = step(spec.root, 'predictor', 'predictor');
  const owner = 'problem' in found ? found : mapAt(found.node, 'predictor');
  if ('problem' in owner)
    return { problem: { ...owner.problem, offset: spec.toOuter(owner.problem.offset) } };
  return { owner, path: [...spec.path, owner] };
}
