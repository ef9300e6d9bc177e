import { Button } from '../ui/buttons/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import {
  createResourceGroup,
  findResourceGroup,
  resourceGroupsQuery,
} from '../api/groups/resource-groups.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { AfterWrite, CurrentStatus } from '../ui/object/after-write.tsx';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { QuotaFull } from '../ui/marks/quota-full.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { toLabels, type GroupFormValues } from './group-form-values.ts';
import { GroupForm } from './group-form.tsx';
import { GroupStatusChip } from './group-status-chip.tsx';

export function AddResourceGroupPage() {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const groups = useQuery(resourceGroupsQuery(connection));
  const quota = useQuery(quotaQuery(connection, 'resourceGroups'));
  const [added, setAdded] = useState<string>();
  const isRead = groups.isFetched && quota.isFetched;
  const sent = useRef(false);

  const add: WriteOptions<GroupFormValues> = {
    send: async ({ name, labels }) => {
      sent.current = false;
      await createResourceGroup(connection, { name, labels: toLabels(labels) }, () => {
        sent.current = true;
      });
    },
    // There was no such group before, so if there is one now, it is this one.
    findOut: async ({ name }) =>
      sent.current && (await findResourceGroup(connection, name)) ? 'done' : 'not-done',
    refresh: useInvalidate('resourceGroups'),
    onDone: ({ name }) => setAdded(name),
  };

  return (
    <>
      <PageHeader heading={texts.addHeading} />
      {added !== undefined && <Added name={added} onAnother={() => setAdded(undefined)} />}
      {added === undefined && isRead && <QuotaFull quota={quota.data}>{texts.quotaFull}</QuotaFull>}
      {/* Not isPending: a failed list becomes pending again when it is retried, and the form would disappear. */}
      {added === undefined &&
        (isRead ? (
          <GroupForm tenant={connection.id} taken={groups.data?.map(({ name }) => name) ?? []} write={add} />
        ) : (
          <LoadingState />
        ))}
    </>
  );
}

/** The group's status, polled until it has settled, and where to go next. */
function Added({ name, onAnother }: { name: string; onAnother: () => void }) {
  const texts = useTexts('resourceGroups');
  const connection = useConnection();
  const { data } = useQuery(resourceGroupsQuery(connection));
  const group = data?.find((one) => one.name === name);
  const params = { tenant: connection.id };
  return (
    <AfterWrite
      title={texts.addedTitle}
      name={name}
      link={
        <NameLink to="/$tenant/resource-groups/$name" params={{ ...params, name }}>
          <code>{name}</code>
        </NameLink>
      }
      text={texts.needsStore}
      outcome={
        <CurrentStatus label={texts.statusNow}>
          {group && (
            <>
              <GroupStatusChip status={group.status} />
              <span>{texts.outcome[group.status]}</span>
            </>
          )}
        </CurrentStatus>
      }
    >
      <LinkButton
        to="/$tenant/object-store-secrets/new"
        params={params}
        search={{ group: name }}
        variant="contained"
      >
        {texts.registerDefault}
      </LinkButton>
      <Button onClick={onAnother}>{texts.addAnother}</Button>
      <BackToListLink to="/$tenant/resource-groups" params={params} />
    </AfterWrite>
  );
}
