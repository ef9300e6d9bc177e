import { encodeScalar } from '../text/yaml-scalar.ts';

export interface StarterOptions {
  secretName: string;
  image: string;
}

/** Encodes the values for a starter as YAML scalars, quoted if needed. */
function encoded({ secretName, image }: StarterOptions): { secret: string; image: string } {
  return {
    secret: encodeScalar(secretName, 'plain', 'double'),
    image: encodeScalar(image, 'double', 'double'),
  };
}

function head(kind: string, apiVersion: string, name: string, executable: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  annotations:
    scenarios.ai.sap.com/name: "My scenario"
    scenarios.ai.sap.com/description: "What the scenario is for"
    executables.ai.sap.com/name: "${executable}"
    executables.ai.sap.com/description: "What this executable does"
  labels:
    scenarios.ai.sap.com/id: "my-scenario"
    executables.ai.sap.com/id: "${executable}"
    ai.sap.com/version: "1.0.0"
`;
}

/**
 * A minimal WorkflowTemplate that SAP AI Core accepts as an executable: one container from the image, pulled with the
 * secret. AI Core reads scenario and executable from the labels and annotations; `command` and `args` are mandatory,
 * because it ignores the entrypoint of the image's Dockerfile.
 * https://github.com/SAP-docs/sap-artificial-intelligence/blob/main/docs/sap-ai-core/workflow-templates-83523ab.md
 */
export function starterWorkflowTemplate(options: StarterOptions): string {
  const { secret, image } = encoded(options);
  return `${head('WorkflowTemplate', 'argoproj.io/v1alpha1', 'my-training', 'my-training')}spec:
  imagePullSecrets:
    - name: ${secret}
  entrypoint: main
  templates:
    - name: main
      metadata:
        labels:
          ai.sap.com/resourcePlan: starter
      container:
        image: ${image}
        command: ["/bin/sh", "-c"]
        args:
          - "echo ready"
`;
}

/**
 * A minimal ServingTemplate that SAP AI Core accepts as an executable: one container from the image, pulled with the
 * secret, listening on port 8080. `minReplicas` is a parameter of the configuration.
 * https://github.com/SAP-docs/sap-artificial-intelligence/blob/main/docs/sap-ai-core/api-schema-spec-ai-sap-com-v1alpha1-4d1ffd2.md
 */
export function starterServingTemplate(options: StarterOptions): string {
  const { secret, image } = encoded(options);
  return `${head('ServingTemplate', 'ai.sap.com/v1alpha1', 'my-serving', 'my-serving')}spec:
  inputs:
    parameters:
      - name: minReplicas
        type: string
        default: "1"
  template:
    apiVersion: "serving.kserve.io/v1beta1"
    metadata:
      labels: |
        ai.sap.com/resourcePlan: starter
    spec: |
      predictor:
        imagePullSecrets:
          - name: ${secret}
        minReplicas: {{inputs.parameters.minReplicas}}
        containers:
          - name: kserve-container
            image: ${image}
            ports:
              - containerPort: 8080
                protocol: TCP
`;
}
