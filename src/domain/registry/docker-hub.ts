/** The host under which the docker CLI, the kubelet and Knative all look for Docker Hub's credentials. */
export const dockerHubHost = 'index.docker.io';

/** Docker Hub's key: the only spelling that works for both Workflow and Serving templates. */
export const dockerHubKey = `https://${dockerHubHost}`;
