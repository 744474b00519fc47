// What a new password must be like, ticked off as it is typed.
import { useTranslation } from 'react-i18next';
import { passwordFaults, SHORTEST_PASSWORD } from '#domain/passwords.ts';
import classes from './session.module.css';

interface PasswordRulesProps {
  password: string;
  username: string;
}

export function PasswordRules({ password, username }: PasswordRulesProps) {
  const { t } = useTranslation();
  const [fault] = passwordFaults(password, username.trim().toLowerCase());
  const long = fault?.code !== 'password_too_short';
  const rules = [
    { id: 'long', kept: long },
    { id: 'own', kept: long && fault?.code !== 'password_like_username' },
    { id: 'hard', kept: long && !fault },
  ];
  return (
    <ul className={classes.rules}>
      {rules.map(({ id, kept }) => (
        <li key={id} data-kept={kept || undefined}>
          <span aria-hidden="true">{kept ? '✓' : '○'}</span>
          <span>
            {t(`session.rules.${id}`, { n: SHORTEST_PASSWORD })}
            {kept && <span className={classes.unseen}> ({t('session.ruleKept')})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
