import Box from '@mui/material/Box';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useBulkRun } from '../../api/runs/use-bulk-run.ts';
import { useOutdatedTenants } from '../../api/runs/use-outdated-tenants.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DownloadButton } from '../../ui/download-button.tsx';
import { UnsavedChangesGuard, useConfirmClose } from '../../ui/form/unsaved-changes-guard.tsx';
import { RunView } from '../../ui/run/run-view.tsx';
import { useLabelOf } from '../../ui/run/use-label-of.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { ObjectLink } from '../../ui/object/object-link.tsx';
import { proofWords } from './proof-words.ts';
import { reportMarkdown } from './report.ts';
import type { StartedOnboarding } from './start-onboarding.ts';
import { useProofs } from './use-proofs.ts';

interface RunStepProps {
  readonly started: StartedOnboarding;
  readonly like: Connection;
  readonly onAnother: () => void;
}

/** The last step: the run, with a row for each item in each tenant, then AI Core's state of each, and the report. */
export function RunStep({ started, like, onAnother }: RunStepProps) {
  const { run, steps, items, connections } = started;
  const texts = useTexts('onboardMany');
  const { things, stateOf } = useTexts('kinds');
  const { problem: applicationProblem } = useTexts('applications');
  const { scopes } = useTexts('genericSecrets');
  const runTexts = useTexts('run');
  const problems = useTexts('problems');
  const snapshot = useBulkRun(run);
  const { phase, rows } = snapshot;
  const active = phase !== 'ended';
  const proofs = useProofs(started, !active);
  const [saved, setSaved] = useState<unknown>();
  // A report that was saved is out of date once something was tried or asked again.
  const unsaved = saved !== proofs.of;
  const { close: askAnother, question } = useConfirmClose(unsaved, onAnother, texts.leaveReport);

  const tenantLabel = useLabelOf(connections);
  const targets = useMemo(() => {
    const named = new Map(items.map((item) => [item.id, item]));
    return new Map(
      steps.map(({ targetId, tenantId, itemId }) => {
        const item = named.get(itemId);
        const thing = item ? things[item.kind] : '';
        return [targetId, { tenantId, tenant: tenantLabel(tenantId), item, thing }];
      }),
    );
  }, [steps, items, tenantLabel, things]);
  const labelOf = useCallback(
    (targetId: string) => {
      const { tenant = '', thing = '', item } = targets.get(targetId) ?? {};
      return texts.targetLabel(tenant, thing, item?.order.name ?? '');
    },
    [targets, texts],
  );
  const linkOf = useCallback(
    (targetId: string): ReactNode => {
      const { tenantId = '', item } = targets.get(targetId) ?? {};
      return item ? (
        <ObjectLink tenant={tenantId} kind={item.kind} kept={item.order}>
          {labelOf(targetId)}
        </ObjectLink>
      ) : (
        labelOf(targetId)
      );
    },
    [targets, labelOf],
  );
  const words = useMemo(
    () => ({ texts, stateOf, problems, applicationProblem }),
    [texts, stateOf, problems, applicationProblem],
  );
  const noteOf = useCallback(
    (targetId: string): ReactNode => {
      const proof = proofs.of.get(targetId);
      const { item } = targets.get(targetId) ?? {};
      if (!proof || !item) return null;
      return (
        <span title={proof.state === 'unread' ? undefined : proof.says}>
          {proofWords(words, item.kind, proof)}
        </span>
      );
    },
    [proofs.of, targets, words],
  );

  useOutdatedTenants(!active);

  const confirmed = [...proofs.of.values()].filter(({ state }) => state === 'settled').length;
  const markdown = reportMarkdown(
    { ...words, texts, things, scopes, run: runTexts },
    { like: like.label, connections, items, steps, rows, proofs: proofs.of, at: proofs.at ?? new Date(0) },
  );
  const note = () => setSaved(proofs.of);

  return (
    <>
      {!active && (
        <Box sx={lineStyle}>
          <Box role="status" sx={{ flex: '1 1 240px' }}>
            {proofs.at ? texts.proved(confirmed, steps.length, proofs.at) : texts.proving}
          </Box>
          <Button variant="outlined" size="small" disabled={proofs.isAsking} onClick={proofs.askAgain}>
            {texts.checkAgain}
          </Button>
          <CopyButton text={markdown} label={texts.copyMarkdown} disabled={!proofs.at} onCopied={note} />
          <DownloadButton
            label={texts.downloadMarkdown}
            text={markdown}
            filename={`onboarding-like-${like.id}.md`}
            mediaType="text/markdown"
            disabled={!proofs.at}
            onSaved={note}
          />
        </Box>
      )}
      <RunView
        snapshot={snapshot}
        controls={run}
        label={texts.outcomes}
        targetHeading={texts.target}
        labelOf={labelOf}
        linkOf={linkOf}
        noteOf={noteOf}
        endActions={<Button onClick={askAnother}>{texts.another}</Button>}
      />
      <UnsavedChangesGuard
        dirty={active || unsaved}
        words={active ? texts.leaveRun : texts.leaveReport}
        everyStep={active}
      />
      {question}
    </>
  );
}

const lineStyle = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 } as const;
