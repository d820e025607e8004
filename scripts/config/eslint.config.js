import tseslint from 'typescript-eslint'

const ENVIRONMENT = 'The environment is read in src/config.ts only: add a setting there and take it as an argument.'
const CLOCK = 'Time is an argument here: take `now` (epoch milliseconds) from the caller, which asks the store.'
const CHANCE = 'Chance is an argument here: take a random source from the caller, so that a test can repeat it.'

const bansEnvironment = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: ENVIRONMENT },
  { selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']", message: ENVIRONMENT },
]
const bansClockAndChance = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: ":matches(NewExpression, CallExpression)[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: CLOCK },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: CHANCE },
  { selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]", message: 'Nothing waits here: let the process that runs this code keep the timer.' },
]

/** A rule may be switched off on a line, but never without saying why. */
const reasons = {
  rules: {
    'disable-says-why': {
      meta: { type: 'problem', messages: { why: 'Say why the rule is switched off: `eslint-disable-next-line rule -- reason`.' } },
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            if (/^\s*eslint-disable/.test(comment.value) && !/ -- \S/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'why' })
          }
        },
      }),
    },
  },
}

const core = {
  curly: ['error', 'multi-line'],
  eqeqeq: ['error', 'always'],
  'for-direction': 'error',
  'no-async-promise-executor': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-new-wrappers': 'error',
  'no-param-reassign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
  'reasons/disable-says-why': 'error',
}

const typed = {
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-base-to-string': 'off',
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'error',
  '@typescript-eslint/no-unnecessary-type-arguments': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/unbound-method': 'off',
}

const TYPESCRIPT = ['**/*.ts', '**/*.tsx']
/** Where the environment may be read: the configuration, the files that a person starts and what prepares them, tests that start processes. */
const READS_ENVIRONMENT = ['src/config.ts', 'scripts/*.{ts,mjs}', 'scripts/*/main.ts', 'scripts/prepare/**', 'scripts/config/**', 'test/**']

export default tseslint.config(
  { ignores: ['dist/', '**/.data/', '**/.cache/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { reasons } },
  { files: ['**/*.{js,mjs,cjs}'], rules: { ...core, 'no-restricted-syntax': ['error', ...bansEnvironment] } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname } },
    rules: { ...core, ...typed, 'no-restricted-syntax': ['error', ...bansEnvironment] },
  },
  { files: ['src/{domain,triage,actions}/**'], rules: { 'no-restricted-syntax': ['error', ...bansEnvironment, ...bansClockAndChance] } },
  { files: ['src/**', 'workers/**'], rules: { 'no-console': 'error' } },
  // What a test reads from an answer is unknown until its expectations say otherwise.
  { files: ['test/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-return': 'off' } },
  { files: READS_ENVIRONMENT, rules: { 'no-restricted-syntax': 'off' } },
)
