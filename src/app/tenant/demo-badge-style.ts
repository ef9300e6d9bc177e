/** Marks demo tenants: a dashed border around the word. */
export const demoBadgeStyle = {
  flex: 'none',
  ml: 'auto',
  px: 0.75,
  border: '1px dashed',
  borderColor: 'rule.control',
  borderRadius: '4px',
  color: 'text.secondary',
  fontSize: '0.6875rem',
  lineHeight: '18px',
} as const;
