import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** What the regexp plugin says of taste rather than of mistakes. */
const taste = [
  'match-any', 'negation', 'no-useless-non-capturing-group', 'no-useless-quantifier', 'optimal-quantifier-concatenation',
  'prefer-character-class', 'prefer-d', 'prefer-w', 'prefer-plus-quantifier', 'prefer-question-quantifier', 'prefer-range',
  'prefer-star-quantifier', 'prefer-unicode-codepoint-escapes', 'sort-flags', 'use-ignore-case',
]

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'test/support/probe-extension/'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      ...Object.fromEntries(taste.map((name) => [`regexp/${name}`, 'off'])),
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        { selector: "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]", message: 'Page text is data: build nodes, never HTML.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Page text is data: build nodes, never HTML.' },
      ],
    },
  },
  {
    // Tests read text of our own making.
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off', 'regexp/no-super-linear-backtracking': 'off' },
  },
)
