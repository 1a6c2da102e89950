import type { ButtonHTMLAttributes, ReactNode } from 'react'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'normal' | 'primary' | 'plain' | 'assume'
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
  /** Said by a screen reader and shown as a title where there is no room for the words; the menus repeat every command in words. */
  readonly label?: string
}

/** A native button. With `icon` and `label` but no children it is square, and its label is its name. */
export function Button({
  look = 'normal',
  size = 'normal',
  icon,
  label,
  children,
  className,
  ...rest
}: ButtonProps) {
  const names = [
    'button',
    look === 'normal' ? '' : look,
    size === 'small' ? 'small' : '',
    children ? '' : 'icon',
    className,
  ]
  return (
    <button
      type="button"
      className={names.filter(Boolean).join(' ')}
      {...(label ? { 'aria-label': label, title: label } : {})}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}
