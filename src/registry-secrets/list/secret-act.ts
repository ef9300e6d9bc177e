/** The actions for a secret in the list. */
const secretActs = ['copy', 'template', 'rotate', 'roll-out', 'expiry', 'details', 'delete'] as const;
export type SecretAct = (typeof secretActs)[number];

/** Whether it changes something in AI Core, or in what is shared with everybody who uses the gateway. */
export function isWrite(act: SecretAct): boolean {
  return act === 'rotate' || act === 'expiry' || act === 'details' || act === 'delete';
}

/** The action with that name; an unknown name opens the details, which is harmless. */
export function actOf(name: string | undefined): SecretAct {
  return secretActs.find((act) => act === name) ?? 'details';
}
