/** What one program does with the words that follow its name. */
export interface CommandTool {
  readonly names: readonly string[];
  /** The words that name the subcommand, before its own arguments. */
  readonly command: readonly string[];
  /** Options that take a value: the next word, or the text after `=`. */
  readonly values: ReadonlySet<string>;
  /** Options without a value. */
  readonly switches: ReadonlySet<string>;
  /** Without a registry the program means Docker Hub; others refuse, or look into a file. */
  readonly defaultsToDockerHub: boolean;
}

const login = '-u --username -p --password';
const loginSwitches = '--password-stdin -h --help';
/** containers/common, pkg/auth/cli.go: shared by podman, buildah and skopeo. */
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

/**
 * Each program with its options, as of November 2026. An unknown option is never assumed to be a switch: the user is
 * asked.
 */
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
  // regclient/regclient: cmd/regctl/registry.go
  tool('regctl', 'registry login', {
    values: `${login} --user --pass --host --logopt --user-agent -v --verbosity`,
    switches: `${loginSwitches} --pass-stdin --skip-check`,
    defaultsToDockerHub: true,
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

/** `kubectl create secret docker-registry`, which defaults to Docker Hub. */
export const pullSecretTool = tool(kubectlNames, 'create secret docker-registry', {
  ...kubectl,
  defaultsToDockerHub: true,
});

/** `kubectl create secret generic`, which can make a pull secret from a Docker config. */
export const genericSecretTool = tool(kubectlNames, 'create secret generic', kubectl);

/** `oc registry login` (openshift/oc, pkg/cli/registry/login). */
export const openShiftTool = tool('oc', 'registry login', {
  values: `${kubectl.values} --registry --auth-basic --to -a -z --service-account`,
  switches: `${kubectl.switches} --insecure --skip-check`,
});

/** Calls an address with `user:password` (curl, docs/cmdline-opts). */
export const curlTool = tool('curl', '', {
  values: [
    '-u --user -X --request -H --header -o --output -d --data --data-raw --data-binary --data-urlencode --json -F --form',
    '-A --user-agent -e --referer -x --proxy -U --proxy-user -b --cookie -c --cookie-jar -K --config -m --max-time',
    '--connect-timeout --cacert --capath -E --cert --cert-type --key --key-type --pass --resolve --connect-to --retry',
    '--retry-delay --retry-max-time -w --write-out -T --upload-file -D --dump-header -r --range -C --continue-at -z',
    '--interface --limit-rate --max-redirs --noproxy --url -t --ciphers --tls-max --dns-servers --trace --trace-ascii',
    '--stderr --oauth2-bearer --aws-sigv4 --proxy-cacert --pinnedpubkey --netrc-file -Q -P -Y -y',
  ].join(' '),
  switches: [
    '-s --silent -S --show-error -f --fail --fail-with-body -L --location --location-trusted -k --insecure -i --include',
    '--show-headers -I --head -v --verbose -g --globoff -G --get --compressed -0 -1 -2 -3 -4 --ipv4 -6 --ipv6 --http1.0',
    '--http1.1 --http2 --http3 --basic --anyauth --digest -n --netrc --netrc-optional -N --no-buffer -O --remote-name',
    '-J --remote-header-name -R -j -l -a -B -q --disable -# --progress-bar --no-progress-meter --tlsv1.2 --tlsv1.3',
    '--ssl-no-revoke --raw --path-as-is -p --proxytunnel -Z --parallel --create-dirs --retry-all-errors',
    '--retry-connrefused --tcp-nodelay -M -V -h --help',
  ].join(' '),
});
/**
 * Programs that pull an image with `user:password`: containerd's ctr, cri-tools, and `--creds` of containers/common.
 */
export const pullTools: readonly CommandTool[] = [
  tool('ctr', '', {
    values:
      '-u --user -n --namespace -a --address --timeout --connect-timeout --platform --label --snapshotter --hosts-dir --tlscacert --tlscert --tlskey --max-concurrent-downloads',
    switches:
      '-k --skip-verify --plain-http --all-platforms --all-metadata --local --print-chainid --debug --http-dump --http-trace',
  }),
  tool('crictl podman podman-remote skopeo buildah', '', {
    values: `--creds --src-creds --authfile --cert-dir --arch --os --variant --platform --policy -r --runtime-endpoint -i --image-endpoint -t --timeout --config --format --log-level`,
    switches:
      '-q --quiet --tls-verify --src-tls-verify --all -a --all-tags --raw --debug -D --insecure-policy',
  }),
];
/** The names of all these programs. */
export const programNames: readonly string[] = [
  ...new Set([...loginTools, pullSecretTool, curlTool, ...pullTools].flatMap(({ names }) => names)),
];

/** The name of the program that a word calls, without a path and without `.exe`. */
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
    command: command.split(' ').filter((word) => word !== ''),
    values: new Set(options.values.split(' ')),
    switches: new Set(options.switches.split(' ')),
    defaultsToDockerHub: options.defaultsToDockerHub ?? false,
  };
}
