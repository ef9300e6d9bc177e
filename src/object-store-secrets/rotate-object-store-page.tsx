import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection, useInvalidate } from '../api/current-connection.tsx';
import { objectStoresQuery, replaceObjectStore } from '../api/groups/object-store-secrets.ts';
import { resourceGroupsQuery } from '../api/groups/resource-groups.ts';
import { buildStoreBody, type StoreValues } from '../domain/object-store/store-body.ts';
import { storeValuesOf } from '../domain/object-store/store-metadata.ts';
import { FoundInList } from '../ui/object/found-in-list.tsx';
import { useLastKnown } from '../ui/guard/use-last-known.ts';
import type { WriteOptions } from '../ui/form/use-write.ts';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { GoodToKnow } from '../ui/layout/good-to-know.tsx';
import { BackToListLink } from '../ui/buttons/way-back.tsx';
import { FormInGroup } from '../ui/resource-group/form-in-group.tsx';
import { useGroupInAddress } from '../ui/resource-group/group-in-address.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { StoreForm } from './store-form.tsx';
import { StoreSaved } from './store-saved.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';

export function RotateObjectStorePage() {
  const texts = useTexts('objectStores');
  const connection = useConnection();
  const { name } = useParams({ from: '/$tenant/object-store-secrets/$name/rotate' });
  const { group } = useGroupInAddress();
  const groups = useQuery(resourceGroupsQuery(connection));
  const stores = useQuery(objectStoresQuery(connection, group));
  const [rotated, setRotated] = useState(false);
  const store = useLastKnown(stores.data?.find((one) => one.name === name));
  const place = { tenant: connection.id, group };

  const rotate: WriteOptions<StoreValues> = {
    send: (values) => replaceObjectStore(connection, group, buildStoreBody(values, store?.flags)),
    findOut: () => Promise.resolve('repeatable'),
    refresh: useInvalidate('objectStoreSecrets'),
    onDone: () => setRotated(true),
  };

  return (
    <>
      <ObjectHeader
        heading={texts.rotateHeading}
        name={name}
        fact={[store?.type && texts.typeNames[store.type], texts.inGroup(group)].filter(Boolean).join(', ')}
      />
      <FormInGroup {...place} groups={groups}>
        {rotated ? (
          <StoreSaved {...place} name={name} title={texts.rotatedTitle} />
        ) : (
          <FoundInList
            list={stores}
            found={store}
            missingTitle={texts.notFoundTitle}
            missingText={texts.notFoundText(name, group)}
            backToList={
              <BackToListLink
                to="/$tenant/object-store-secrets"
                params={{ tenant: connection.id }}
                search={{ group }}
              />
            }
          >
            {(found) => (
              <StoreForm
                place={place}
                initial={storeValuesOf(name, found)}
                typeIsKnown={found.type !== undefined}
                submitLabel={texts.rotate}
                write={rotate}
                aside={() => (
                  <GoodToKnow>
                    {texts.rotateNote} <SapDocsLink about="objectStoreSecret" />
                  </GoodToKnow>
                )}
              />
            )}
          </FoundInList>
        )}
      </FormInGroup>
    </>
  );
}
