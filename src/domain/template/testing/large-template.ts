function repeatTo(size: number, start: string, part: (index: number) => string): string {
  const parts = [start];
  for (let length = start.length, index = 0; length < size; index += 1) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}

/** For tests and benchmarks: a valid WorkflowTemplate of at least this many characters. */
export function largeWorkflowTemplate(size: number): string {
  const start = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: large
spec:
  entrypoint: step-0
  templates:
`;
  return repeatTo(
    size,
    start,
    (index) => `    # step ${index}
    - name: step-${index}
      inputs:
        parameters:
        - name: epochs
          value: "{{workflow.parameters.epochs}}"
      container:
        image: "registry.example.com/steps/step-${index}:1.0"
        command: ["/bin/sh", "-c"]
        args:
        - |
          echo "step ${index}"   # in the shell
          python run.py --epochs {{inputs.parameters.epochs}}
        env:
        - {name: STEP, value: '${index}'}
`,
  );
}

/** For tests and benchmarks: a valid ServingTemplate of at least this many characters, nearly all in its string. */
export function largeServingTemplate(size: number): string {
  const start = `apiVersion: ai.sap.com/v1alpha1
kind: ServingTemplate
metadata:
  name: large
spec:
  template:
    apiVersion: "serving.kserve.io/v1beta1"
    spec: |
      predictor:
        minReplicas: {{inputs.parameters.minReplicas}}
        containers:
`;
  return repeatTo(
    size,
    start,
    (index) => `        - name: container-${index}
          image: "registry.example.com/serving/part-${index}:{{inputs.parameters.tag}}"
          env:
          - name: INDEX
            value: '${index}'
          - name: REPLICAS
            value: {{inputs.parameters.replicas}}
`,
  );
}
