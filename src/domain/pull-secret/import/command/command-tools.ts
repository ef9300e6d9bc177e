/** What one program does with the words after its name. */
export interface CommandTool {
  readonly names: readonly string[];
  /** The words that name what it is asked to do, before its own arguments. */
  readonly command: readonly string[];
  /** Options that take the next word, or what stands after `=`, as their value. */
  readonly values: ReadonlySet<string>;
  /** Options that stand alone. */
  readonly switches: ReadonlySet<string>;
  /** Without a registry it means Docker Hub; the others refuse, or look into a file. */
  readonly defaultsToDockerHub: boolean;
}

const login = '-u --username -p --password';
const loginSwitches = '--password-stdin -h --help';
/** containers/common, pkg/auth/cli.go: podman, buildah and skopeo share it. */
const containersLogin = `${login} --authfile --compat-auth-file --cert-dir`;
const containersSwitches = `${loginSwitches} --get-login --tls-verify -v --verbose`;
/** containerd/nerdctl, cmd/nerdctl/main.go; finch passes everything on to it. */
const nerdctl = {
  values: `${login} -a --address -H --host -n --namespace --storage-driver --snapshotter --cni-path --cni-netconfpath --data-root --cgroup-manager --hosts-dir --host-gateway-ip --bridge-ip --userns-remap`,
  switches: `${loginSwitches} --debug --debug-full --insecure-registry --experimental --kube-hide-dupe -v --version`,
};
/** kubectl options, and kubectl create secret docker-registry and generic (1.34). */
const kubectl = {
  values: [
    '--docker-server --docker-username --docker-password --docker-email --from-file --from-literal --from-env-file',
    '--type --field-manager -o --output --template -n --namespace --as --as-group --as-uid --as-user-extra',
    '--cache-dir --certificate-authority --client-certificate --client-key --cluster --context --kubeconfig --kuberc',
    '--log-flush-frequency --password --profile --profile-output --request-timeout -s --server --tls-server-name',
    '--token --user --username -v --v --vmodule --loglevel --config',
  ].join(' '),
  switches:
    '--append-hash --save-config --dry-run --validate --show-managed-fields --allow-missing-template-keys --disable-compression --insecure-skip-tls-verify --match-server-version --warnings-as-errors -h --help',
};
const kubectlNames = 'kubectl oc k kubecolor';

/** Each program with its options, as of November 2026. An unknown one is never taken for a switch: the user is asked. */
export const loginTools: readonly CommandTool[] = [
  // docker/cli: cli/command/registry/login.go, cli/flags/options.go
  tool('docker', 'login', {
    values: `${login} -e --email -c --context --config -H --host -l --log-level --tlscacert --tlscert --tlskey`,
    switches: `${loginSwitches} -D --debug --tls --tlsverify`,
    defaultsToDockerHub: true,
  }),
  tool('nerdctl finch', 'login', { ...nerdctl, defaultsToDockerHub: true }),
  tool('podman podman-remote', 'login', {
    values: `${containersLogin} --secret --log-level --connection -c --context --url --identity --root --runroot --storage-driver --config --ssh --cgroup-manager --events-backend --tmpdir --module`,
    switches: `${containersSwitches} -r --remote --noout --syslog`,
  }),
  tool('buildah', 'login', {
    values: `${containersLogin} --log-level --root --runroot --storage-driver --storage-opt --registries-conf --userns-uid-map --userns-gid-map --cgroup-manager`,
    switches: `${containersSwitches} --debug`,
  }),
  tool('skopeo', 'login', {
    values: `${containersLogin} --command-timeout --override-arch --override-os --override-variant --policy --registries.d --registries-conf --tmpdir --user-agent-prefix`,
    switches: `${containersSwitches} --debug --insecure-policy --require-signed`,
  }),
  // google/go-containerregistry: cmd/crane/cmd/auth.go, root.go
  tool('crane gcrane', 'auth login', {
    values: `${login} --platform`,
    switches: `${loginSwitches} -v --verbose --insecure --allow-nondistributable-artifacts`,
  }),
  // oras-project/oras: cmd/oras/root/login.go, internal option/remote.go
  tool('oras', 'login', {
    values: `${login} --identity-token --registry-config -c --config --ca-file --cert-file --key-file --resolve -H --header --format`,
    switches: `${loginSwitches} --identity-token-stdin --insecure --plain-http -d --debug --no-tty -v --verbose`,
  }),
  // helm/helm: pkg/cmd/registry_login.go, pkg/cli/environment.go
  tool('helm', 'registry login', {
    values: `${login} --ca-file --cert-file --key-file -n --namespace --burst-limit --qps --registry-config --repository-cache --repository-config --content-cache --color --colour --kubeconfig --kube-apiserver --kube-as-group --kube-as-user --kube-ca-file --kube-context --kube-tls-server-name --kube-token`,
    switches: `${loginSwitches} --insecure --plain-http --debug --kube-insecure-skip-tls-verify`,
  }),
  // sigstore/cosign: cmd/cosign/cli/options/login.go; notaryproject/notation: cmd/notation/login.go
  tool('cosign', 'login', {
    values: `${login} --output-file -t --timeout`,
    switches: `${loginSwitches} -d --verbose`,
  }),
  tool('notation', 'login', {
    values: login,
    switches: `${loginSwitches} --insecure-registry --plain-http -d --debug -v --verbose`,
  }),
];

/** `kubectl create secret docker-registry`, whose registry is Docker Hub unless it is named. */
export const pullSecretTool = tool(kubectlNames, 'create secret docker-registry', {
  ...kubectl,
  defaultsToDockerHub: true,
});

/** `kubectl create secret generic`, which makes a pull secret of a Docker config. */
export const genericSecretTool = tool(kubectlNames, 'create secret generic', kubectl);

/** `oc registry login` (openshift/oc, pkg/cli/registry/login). */
export const openShiftTool = tool('oc', 'registry login', {
  values: `${kubectl.values} --registry --auth-basic --to -a -z --service-account`,
  switches: `${kubectl.switches} --insecure --skip-check`,
});

/** The names of all these programs. */
export const programNames: readonly string[] = [...loginTools, pullSecretTool].flatMap(({ names }) => names);

/** The program that a word calls by its name, by a path to it, or as Windows names it. */
export function programOf(word: string): string {
  return word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
}

function tool(
  names: string,
  command: string,
  options: { values: string; switches: string; defaultsToDockerHub?: boolean },
): CommandTool {
  return {
    names: names.split(' '),
    command: command.split(' '),
    values: new Set(options.values.split(' ')),
    switches: new Set(options.switches.split(' ')),
    defaultsToDockerHub: options.defaultsToDockerHub ?? false,
  };
}
