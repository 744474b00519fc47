// The words of a comment; where personal data stood, a token says of which kind they were.
import { useTranslation } from 'react-i18next';
import classes from './comments.module.css';
import type { Comment } from './queries.ts';

export function Words({ parts }: Pick<Comment, 'parts'>) {
  const { t } = useTranslation();
  if (parts === null) return <p className={classes.erased}>{t('comments.erased')}</p>;
  return (
    <p className={classes.words}>
      {parts.map((part, index) =>
        'text' in part ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text that never changes
          <span key={index} className={classes.masked}>
            {t(`comments.masked.${part.masked}`)}
          </span>
        ),
      )}
    </p>
  );
}
