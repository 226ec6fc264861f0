import type { Range, Skip } from './range.js';

/** A type, as far as values are decided by it: literals and unions of literals, names, the rest by its range. */
export type TypeNode =
  | (Range & { readonly kind: 'typeName'; readonly name: string })
  | (Range & { readonly kind: 'typeLiteral'; readonly value: string | number | boolean | null })
  | (Range & { readonly kind: 'typeUnion'; readonly of: readonly TypeNode[] })
  | (Range & { readonly kind: 'typeNullable'; readonly of: TypeNode })
  | (Range & { readonly kind: 'typeArray'; readonly of: TypeNode })
  | (Range & { readonly kind: 'typeOther' })
  | Skip;
