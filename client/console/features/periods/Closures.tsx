// Each time that a period was closed: nothing of it is ever forgotten.
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import classes from './periods.module.css';
import type { Closure } from './queries.ts';

export function Closures({ closures }: { closures: Closure[] }) {
  return (
    <ol className={classes.closures}>
      {closures.map((closure) => (
        <Item key={closure.number} closure={closure} />
      ))}
    </ol>
  );
}

function Item({ closure }: { closure: Closure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, closedAt, ledgerSize, publishedAt, reopenedAt, reason } = closure;
  return (
    <li className={classes.closure}>
      <strong>{t('periods.history.number', { number })}</strong>
      <span>{t('periods.history.closed', { at: format.moment(closedAt), n: format.count(ledgerSize) })}</span>
      {publishedAt && <span>{t('periods.history.published', { at: format.moment(publishedAt) })}</span>}
      {reopenedAt && <span>{t('periods.history.reopened', { at: format.moment(reopenedAt) })}</span>}
      {reason && <q className={classes.reason}>{reason}</q>}
    </li>
  );
}
