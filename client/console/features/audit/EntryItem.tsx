// One entry of the log in words. An action, a field or a value that nobody gave words to is shown as it is.
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n.ts';
import classes from './audit.module.css';
import type { Entry, Fields } from './queries.ts';
import { useWords } from './words.ts';

export function EntryItem({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actionOf } = useWords();
  const { seq, at, actor, action, agency, origin } = entry;
  const refused = action === 'request.refused' || action === 'session.refused';
  return (
    <li className={classes.entry} data-refused={refused || undefined}>
      <div className={classes.when}>
        <span>{format.moment(at)}</span>
        <span className={classes.seq}>#{seq}</span>
      </div>
      <div className={classes.what}>
        <Text fw={600}>{actionOf(action)}</Text>
        <Text size="sm">
          <Who actor={actor} />
          {agency && ` · ${agency.name}`}
          {origin && ` · ${t('audit.origin', { origin })}`}
        </Text>
        <Thing entry={entry} />
        <Changes before={entry.before} after={entry.after} />
      </div>
    </li>
  );
}

function Who({ actor }: Pick<Entry, 'actor'>) {
  const { t } = useTranslation();
  if (!actor) return t('audit.nobody');
  const role = t(`shell.roles.${actor.role}`);
  if (actor.accountId === null) return t('shell.operator');
  return (
    <>
      <Anchor component={Link} to={`/accounts/${encodeURIComponent(actor.accountId)}`} inherit>
        {actor.name}
      </Anchor>
      {` (${role})`}
    </>
  );
}

/** Where the pages of a thing are; the id goes in place of `*`. */
const PAGES: Record<string, string> = {
  account: '/accounts/*',
  agency: '/agencies/*',
  device: '/kiosks',
  settings: '/settings',
};

function Thing({ entry: { subject, before, after, actor } }: { entry: Entry }) {
  const { nounOf, nameOf } = useWords();
  const { kind, id } = subject;
  if (kind === 'account' && id === actor?.accountId) return null;
  const name = [nounOf(kind), nameOf(subject, after ?? before)].filter(Boolean).join(': ');
  const page = PAGES[kind]?.replace('*', encodeURIComponent(id));
  return (
    <Text size="sm">
      {page ? (
        <Anchor component={Link} to={page} inherit>
          {name}
        </Anchor>
      ) : (
        name
      )}
    </Text>
  );
}

function Changes({ before, after }: { before: Fields | null; after: Fields | null }) {
  const { fieldOf, valueIn } = useWords();
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter(
    (name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null),
  );
  if (changed.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changed.map((name) => (
        <div key={name}>
          <dt>{fieldOf(name)}</dt>
          <dd>
            {before && (
              <>
                <del>{valueIn(name, before[name])}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {after && <ins>{valueIn(name, after[name])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
