/** What can be done with a secret out of the list. */
const secretActs = ['copy', 'template', 'rotate', 'roll-out', 'expiry', 'details', 'delete'] as const;
export type SecretAct = (typeof secretActs)[number];

/** Whether it changes something in this tenant: in AI Core, or in what all who use the gateway know of it. */
export function isWrite(act: SecretAct): boolean {
  return act === 'rotate' || act === 'expiry' || act === 'details' || act === 'delete';
}

/** By the name that a control carries; opening its details does no harm, should it be another. */
export function actOf(name: string | undefined): SecretAct {
  return secretActs.find((act) => act === name) ?? 'details';
}
