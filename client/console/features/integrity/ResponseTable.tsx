// Responses by day, hour and how they came.
import { useTranslation } from 'react-i18next';
import type { FlaggedResponse } from '#domain/findings-view.ts';
import { useFormat } from '../../i18n.ts';
import classes from './integrity.module.css';

interface ResponseTableProps {
  responses: readonly FlaggedResponse[];
  /** Number of the first row in the whole list. */
  first: number;
}

export function ResponseTable({ responses, first }: ResponseTableProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className={classes.scroller} tabIndex={0} aria-label={t('integrity.responses')}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{t('integrity.responses')}</caption>
        <thead>
          <tr>
            {['day', 'hour', 'channel', 'duration', 'marks'].map((column) => (
              <th key={column} scope="col">
                {t(`integrity.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {responses.map((response, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a response has nothing by which it could be known again
            <Row key={first + at} {...response} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ day, hour, channel, seconds, marks }: FlaggedResponse) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <td>{format.day(day)}</td>
      <td>{t('integrity.hourOf', { from: hour, to: hour + 1 })}</td>
      <td>{t(`integrity.channels.${channel}`)}</td>
      <td>
        {seconds === 0 ? t('integrity.underTen') : t('integrity.seconds', { n: format.count(seconds) })}
      </td>
      <td>{marks.map((mark) => t(`integrity.mark.${mark}.name`)).join(', ') || '–'}</td>
    </tr>
  );
}
