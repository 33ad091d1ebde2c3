import { Children, type ReactNode } from 'react';
import classes from './row-list.module.css';

/** Things one below the other, with a line between them. */
export function RowList({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <ul className={classes['list']} aria-label={label}>
      {Children.map(children, (child) => (
        <li className={classes['row']}>{child}</li>
      ))}
    </ul>
  );
}
