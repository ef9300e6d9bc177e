import { startTwoGateways, type TwoGateways } from '../deploy/two-gateways.ts';

/** As documented for a team, but without TLS, which only concerns nginx. */
export function startSoakedConsole(tenants: number): Promise<TwoGateways> {
  return startTwoGateways({
    simulatorArgs: ['--tenants', String(tenants), '--secrets', '10', '--latency', '20'],
    // A single person does here what hundreds do elsewhere.
    env: { WRITES_PER_MINUTE: '100000', SIGN_INS_PER_MINUTE: '1000' },
    tls: false,
  });
}
