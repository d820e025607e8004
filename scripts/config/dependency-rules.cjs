/**
 * The arrows between the folders, each a rule whose comment tells the offender what to do (npm run arch).
 * test/architecture.test.ts breaks every one of them on purpose.
 */
const NODE_OR_PACKAGE = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined']
/** Which folder owns a package or a part of Node: a change of library stays a change of one folder. */
const OWNERS = {
  bullmq: 'src/adapters/redis', ioredis: 'src/adapters/redis',
  mongoose: 'src/adapters/mongo',
  natural: 'src/triage',
  'twitter-api-v2': 'src/adapters/x',
  express: 'src/adapters/http', 'express-rate-limit': 'src/adapters/http', helmet: 'src/adapters/http', cookie: 'src/adapters/http',
  'socket.io': 'src/adapters/sockets',
  pino: 'src/ops', 'prom-client': 'src/ops',
  sharp: 'src/adapters/pictures',
  'web-push': 'src/adapters/push', nodemailer: 'src/adapters/email',
  preact: 'src/web', '@preact/signals': 'src/web', 'socket.io-client': 'src/web',
}

/** A module inside node_modules, whatever npm did to its place. */
const packageNamed = (name) => `node_modules/${name.replaceAll('.', '\\.')}/`

const arrow = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    arrow('no-cycles', 'Two files that need each other are one file, or hide a third: move what both need into it.',
      { path: '^(src|workers)/' }, { circular: true }),
    arrow('no-cycles-in-scripts', 'Two scripts that need each other are one script, or hide a third: move what both need into it (types may go round).',
      { path: '^scripts/' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    arrow('no-orphans', 'Nobody imports this file and nobody starts it: use it or delete it.',
      { orphan: true, pathNot: ['^src/main\\.ts$', '^workers/', '^scripts/[^/]+\\.(ts|mjs)$', '^scripts/config/', '^src/web/public/', '\\.d\\.ts$'] }, {}),
    arrow('everything-resolves', 'This import leads nowhere: install the package (dependencies, not only devDependencies of a neighbour) or correct the path.',
      {}, { couldNotResolve: true }),

    arrow('domain-imports-nothing', 'The domain knows only itself: pass what you need as an argument, or move the code to actions or an adapter.',
      { path: '^src/domain/' }, { pathNot: '^src/domain/' }),
    arrow('triage-knows-domain-only', 'Triage is pure judgement over domain values, with the stemmers of natural: files, clocks and stores come in as arguments from outside.',
      { path: '^src/triage/', pathNot: '^src/triage/model/(model|packed)\\.ts$' }, { pathNot: ['^src/(triage|domain)/', packageNamed('natural')] }),
    arrow('the-model-reads-its-weights', 'The learnt weights are part of the code but no text: the model reads that one file when it is loaded, and nothing else of the world.',
      { path: '^src/triage/model/(model|packed)\\.ts$' }, { pathNot: ['^src/(triage|domain)/', '^(node:)?(fs|path|zlib)$'] }),
    arrow('contract-knows-domain-and-zod', 'The contract describes the wire with domain values and zod: move behaviour to actions or an adapter.',
      { path: '^src/contract/' }, { pathNot: ['^src/(contract|domain)/', packageNamed('zod')] }),
    arrow('actions-know-no-world', 'An action may use domain, triage and contract: add what you need of the world to src/actions/ports.ts and let an adapter do it.',
      { path: '^src/actions/' }, { path: '^(src|workers|scripts|test)/', pathNot: '^src/(actions|domain|triage|contract)/' }),
    arrow('actions-use-no-packages', 'An action uses no package and no part of Node: put it behind a port in src/actions/ports.ts.',
      { path: '^src/actions/' }, { dependencyTypes: NODE_OR_PACKAGE }),
    arrow('adapters-look-inward', 'An adapter may use domain, triage, contract and actions: take logs, metrics and settings as arguments that src/app.ts or src/roles passes in.',
      { path: '^src/adapters/' }, { path: '^(src|workers|scripts|test)/', pathNot: '^src/(adapters|domain|triage|contract|actions)/' }),
    arrow('adapters-are-strangers', 'One adapter never imports another: let src/app.ts or src/roles pass the one to the other behind a port.',
      { path: '^src/adapters/([^/]+)/' }, { path: '^src/adapters/', pathNot: '^src/adapters/$1/' }),
    arrow('ops-knows-domain-only', 'Running is apart from what runs: ops may use the domain and its packages, nothing else of ours.',
      { path: '^src/ops/' }, { path: '^(src|workers|scripts|test)/', pathNot: '^src/(ops|domain)/' }),
    arrow('config-knows-nothing', 'The configuration stands alone: it reads the environment and checks it with zod.',
      { path: '^src/config\\.ts$' }, { pathNot: [packageNamed('zod'), '^(node:)?(fs|path)$'] }),

    arrow('web-sees-contract-and-domain', 'A console sees contract and domain: what it needs from the server comes over the wire.',
      { path: '^src/web/' }, { path: '^(src|workers|scripts|test)/', pathNot: '^src/(web|contract|domain)/' }),
    arrow('web-uses-few-packages', 'A console is made of preact, signals, socket.io-client and fonts: write the rest by hand or reconsider.',
      { path: '^src/web/' }, { dependencyTypes: NODE_OR_PACKAGE, pathNot: ['preact', '@preact/signals', 'socket.io-client', '@fontsource[^/]*/[^/]+'].map((name) => `node_modules/${name}/`) }),
    arrow('web-carries-no-schemas', 'Schemas and their library would go into every console: import their types only, and keep what runs in a file of its own without zod.',
      { path: '^src/web/' }, { path: '^src/contract/(sockets|http|jobs|alert-view|correction|learning|triage-policy)\\.ts$', dependencyTypesNot: ['type-only'] }),
    arrow('screens-are-strangers', 'One screen never imports another: move what both draw to src/web/shared.',
      { path: '^src/web/([^/]+)/', pathNot: '^src/web/shared/' }, { path: '^src/web/[^/]+/', pathNot: '^src/web/($1|shared)/' }),
    arrow('shared-knows-no-screen', 'What screens share knows none of them: pass the difference as an argument.',
      { path: '^src/web/shared/' }, { path: '^src/web/', pathNot: '^src/web/shared/' }),

    arrow('only-app-builds', 'src/app.ts alone chooses adapters for a process; roles, entry points, scripts and tests may use it: everything else takes what it needs as an argument.',
      { path: '^src/', pathNot: '^src/(main|run|roles/[^/]+)\\.ts$' }, { path: '^src/app\\.ts$' }),
    arrow('only-run-starts-roles', 'A role is started by src/run.ts: move what you need of it into an action or an adapter.',
      { path: '^(src|workers)/', pathNot: '^src/run\\.ts$' }, { path: '^src/roles/' }),
    arrow('only-entries-run', 'src/run.ts is for entry points: src/main.ts and workers/.',
      { path: '^src/', pathNot: '^src/main\\.ts$' }, { path: '^src/run\\.ts$' }),
    arrow('nobody-imports-entries', 'An entry point starts a process when it is imported: move what you need out of it.',
      {}, { path: ['^src/main\\.ts$', '^workers/'] }),
    arrow('workers-are-thin', 'A worker names its roles and runs them: logic belongs to src/roles or src/actions.',
      { path: '^workers/' }, { pathNot: '^src/run\\.ts$' }),
    arrow('product-knows-no-tools', 'What runs in production imports neither scripts nor tests.',
      { path: '^(src|workers)/' }, { path: '^(scripts|test)/' }),
    arrow('production-packages-only', 'This package is a devDependency and is missing in production: move it to dependencies (only the consoles are bundled).',
      { path: '^(src|workers)/', pathNot: '^src/web/' }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),

    ...Object.entries(OWNERS).map(([name, owner]) =>
      arrow(`${name.replace('@', '').replaceAll(/[/.]/g, '-')}-has-an-owner`, `${name} is used in ${owner} alone: go through what that folder exports.`,
        { path: '^(src|workers)/', pathNot: `^${owner}/` }, { path: packageNamed(name) })),
    arrow('sqlite-has-an-owner', 'node:sqlite is used in src/adapters/sqlite alone: go through the store\'s ports.',
      { path: '^(src|workers)/', pathNot: '^src/adapters/sqlite/' }, { path: '^(node:)?sqlite$' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.css$', '\\.html$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'] },
    builtInModules: { add: ['sqlite'] },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
