import { Copy, Ellipsis, Plus, RotateCcwKey } from 'lucide-react';
import { memo } from 'react';
import { lifeLeft } from '../../domain/token/expiry.ts';
import { iconProps, smallIconProps } from '../../ui/icon-props.ts';
import { NameLink } from '../../ui/text-link.tsx';
import { formatDate, formatEnd, formatWholeEnd } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { SecretRow } from './secret-rows.ts';
import { splitHost } from './split-host.ts';

interface SecretTableRowProps {
  readonly row: SecretRow;
  readonly tenant: string;
  readonly selected: boolean;
  /** Its controls are tab stops; those of other rows are reached with the arrow keys. */
  readonly current: boolean;
  readonly mayWrite: boolean;
  readonly onToggle: (name: string, extend: boolean) => void;
}

/**
 * Plain elements without state, which only render again when something in the row changes. The table handles clicks,
 * and tells the controls apart by `data-act`.
 */
export const SecretTableRow = memo(function SecretTableRow(props: SecretTableRowProps) {
  const { row, tenant, selected, current, mayWrite, onToggle } = props;
  const texts = useTexts('secrets');
  const { readOnly } = useTexts('common');
  const { name, registries, expiry } = row;
  const tabIndex = current ? 0 : -1;
  // Until memory is read, it is unknown whether there is a record.
  const without = expiry.kind === 'unread' ? '–' : texts.elsewhere;
  const urgent = expiry.kind === 'expired' || expiry.kind === 'soon';
  const [first, ...further] = registries;
  const more = further.length > 0 && <span className="more">+{further.length}</span>;
  return (
    <tr data-name={name} data-expiry={expiry.kind}>
      <td className="check">
        <input
          type="checkbox"
          aria-label={texts.select(name)}
          tabIndex={tabIndex}
          checked={selected}
          onChange={({ nativeEvent }) =>
            onToggle(name, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </td>
      <th scope="row" className="name" title={name}>
        <Mark mark={first && (row.marks[0] ?? '')} />
        <NameLink
          to="/$tenant/docker-registry-secrets/$name"
          params={{ tenant, name }}
          tabIndex={tabIndex}
          className="link"
        >
          {name}
        </NameLink>
        {/* Not text, so that the cell's text is only the name. */}
        <span className="host" data-host={first ? texts.hosts(first.host, further.length) : without} />
      </th>
      <td className="registries" title={registries.map(({ host }) => host).join(', ') || undefined}>
        <div>
          {first ? (
            <>
              {registries.slice(0, 2).map(({ host }, index) => {
                const mark = row.marks[index];
                return index === 0 || mark !== undefined ? <Mark key={host} mark={mark ?? ''} /> : undefined;
              })}
              <Host host={first.host} />
              {more}
              {further.length > 1 && <span className="more beyond-marks">+{further.length - 1}</span>}
            </>
          ) : (
            <>
              <Mark mark={undefined} />
              <span className="cut">{without}</span>
            </>
          )}
        </div>
      </td>
      <td className="username" title={first?.username}>
        <div>
          {first?.username === undefined ? <span aria-hidden>–</span> : <code>{first.username}</code>}
          {more}
        </div>
      </td>
      <td className="expires" title={row.expiresAt && formatWholeEnd(row.expiresAt)}>
        <div>
          <Fuse row={row} />
          <span className="left">{texts.left(expiry)}</span>
          {row.expiresAt !== undefined && expiry.kind !== 'expired' && (
            <span className="date">{formatEnd(row.expiresAt)}</span>
          )}
        </div>
      </td>
      <td className="changed">
        {row.changedAt === undefined ? (
          <span aria-hidden>–</span>
        ) : (
          <div>
            {row.rotated ? <RotateCcwKey {...iconProps} /> : <Plus {...iconProps} />}
            <span className="unseen">{row.rotated ? texts.rotated : texts.registered} </span>
            <time dateTime={row.changedAt}>{formatDate(new Date(row.changedAt))}</time>
          </div>
        )}
      </td>
      <td className="actions">
        <div>
          <button
            type="button"
            className="icon"
            data-act="copy"
            tabIndex={tabIndex}
            aria-label={texts.copySnippetOf(name)}
            title={texts.copySnippet}
          >
            <Copy {...iconProps} />
          </button>
          {urgent && (
            <button
              type="button"
              className="main"
              data-act="rotate"
              tabIndex={tabIndex}
              aria-label={texts.rotateOf(name)}
              {...(!mayWrite && { 'aria-disabled': true, title: readOnly })}
            >
              <RotateCcwKey {...smallIconProps} />
              {texts.rotate}
            </button>
          )}
          {expiry.kind === 'unknown' && (
            <button
              type="button"
              className="main"
              data-act="details"
              tabIndex={tabIndex}
              aria-label={texts.addDetailsOf(name)}
              {...(!mayWrite && { 'aria-disabled': true, title: readOnly })}
            >
              {texts.addDetails}
            </button>
          )}
          <button
            type="button"
            className="icon"
            data-act="menu"
            tabIndex={tabIndex}
            aria-haspopup="menu"
            aria-label={texts.moreOf(name)}
            title={texts.more}
          >
            <Ellipsis {...iconProps} />
          </button>
        </div>
      </td>
    </tr>
  );
});

/** Reserves its space until it is known; a question mark without a registry. */
function Mark({ mark }: { mark: string | undefined }) {
  return <span className="mark" aria-hidden data-mark={mark ?? '?'} />;
}

function Host({ host }: { host: string }) {
  const { head, tail } = splitHost(host);
  return (
    <code>
      <span className="cut">{head}</span>
      <span>{tail}</span>
    </code>
  );
}

function Fuse({ row: { expiry } }: { row: SecretRow }) {
  const left = expiry.kind === 'unknown' || expiry.kind === 'unread' ? undefined : lifeLeft(expiry);
  return (
    <i className="fuse" aria-hidden data-kind={expiry.kind}>
      {left !== undefined && <i style={{ width: `${100 * left}%` }} />}
    </i>
  );
}
