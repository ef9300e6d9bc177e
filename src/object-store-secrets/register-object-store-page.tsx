import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { createObjectStore, objectStoresQuery } from '../api/groups/object-store-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { objectExists } from '../api/named-objects.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { buildStoreBody, emptyStore, type StoreValues } from '../domain/object-store/store-body.ts';
import { inResourceGroup } from '../domain/resource-group/in-resource-group.ts';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { findCreated, type WriteOptions } from '../ui/form/use-write.ts';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { FormInGroup } from '../ui/resource-group/form-in-group.tsx';
import { useGroupInAddress } from '../ui/resource-group/group-in-address.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { StoreForm } from './store-form.tsx';
import { StoreSaved } from './store-saved.tsx';

export function RegisterObjectStorePage() {
  const texts = useTexts('objectStores');
  const connection = useConnection();
  const { group } = useGroupInAddress();
  const groups = useQuery(resourceGroupsQuery(connection));
  const stores = useQuery(objectStoresQuery(connection, group));
  const [registered, setRegistered] = useState<string>();
  const known = stores.data?.map(({ name }) => name);
  const place = { tenant: connection.id, group };

  const register: WriteOptions<StoreValues> = {
    send: (values) => createObjectStore(connection, group, buildStoreBody(values)),
    findOut: ({ name }) =>
      findCreated(objectExists(connection, 'objectStoreSecrets', name, inResourceGroup(group)), known),
    refresh: useInvalidate('objectStoreSecrets'),
    onDone: ({ name }) => setRegistered(name),
  };

  return (
    <>
      <PageHeader heading={texts.registerHeading} fact={texts.inGroup(group)} />
      <FormInGroup {...place} groups={groups}>
        {registered !== undefined && (
          <StoreSaved
            {...place}
            name={registered}
            title={texts.registeredTitle}
            onAnother={() => setRegistered(undefined)}
          />
        )}
        {/* Not isPending: a failed list becomes pending again when it is retried, and the form would disappear. */}
        {registered === undefined && !stores.isFetched && <LoadingState />}
        {registered === undefined && stores.isFetched && (
          <StoreForm
            place={place}
            initial={{
              ...emptyStore(),
              // The required secret comes first.
              name: known?.includes(defaultObjectStore) === false ? defaultObjectStore : '',
            }}
            taken={known ?? []}
            submitLabel={texts.register}
            write={register}
            aside={(type) => (
              <GoodToKnow>
                <p>
                  {texts.registerNote} <SapDocsLink about="objectStoreSecret" />
                </p>
                <p>{texts.oneForAll}</p>
                {type === 'webhdfs' && <p>{texts.lakeNote}</p>}
              </GoodToKnow>
            )}
          />
        )}
      </FormInGroup>
    </>
  );
}
