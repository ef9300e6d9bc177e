/** The host under which Docker Hub's credentials are filed, by the docker CLI, the kubelet and Knative alike. */
export const dockerHubHost = 'index.docker.io';

/** Docker Hub's key: the one spelling that works for Workflow and for Serving templates. */
export const dockerHubKey = `https://${dockerHubHost}`;
