/** One way to write something in today's Bicep, each valid on its own. */
export const validSnippets: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a byte order mark': '\uFEFFparam a string\n',
  'only comments': '// a\n/* b\n c */\n',
  'line ends of Windows': "param a string = 'x'\r\nvar b = a\r\n",
  'a parameter without default': 'param name string',
  'a nullable parameter before one with a colon': 'param lock lockType?\nvar x = [for i in range(0, 2): i]',
  'a nullable parameter before a conditional resource':
    "param lock string?\nresource a 'A.B/c@2024-01-01' = if (true) {\n  name: 'x'\n}",
  'a union over lines': "param mode\n  | 'Default'\n  | 'Copy'\nparam other 'a' | 'b'",
  'a parenthesised union of numbers': 'type t = {\n  capacity: (100 | 200)?\n}',
  'object types with every kind of key':
    "type t = {\n  @description('x')\n  a: string\n  'b-c': int?\n  *: bool\n  d: {\n    e: string[]\n  }\n}",
  'a tuple type': "type t = [\n  @description('first')\n  string\n  int\n]",
  'a type by index and by wildcard': 'type a = b[*]\ntype c = d.e.*\ntype f = g[0]',
  'types of resources':
    "param tags resourceInput<'A.B/c@2024-07-01'>.tags?\noutput o resourceOutput<'A.B/c@2024-07-01'>.properties[*] = x",
  'type arguments over lines': "type t = resourceInput<\n  'A.B/c@2024-07-01'\n>",
  'a typed variable': "var name string = 'x'",
  'a resource as parameter and output': "param p resource 'A.B/c@2024-07-01'\noutput o resource = p",
  decorators:
    "@description('''\nlong\n''')\n@allowed([\n  'a'\n  'b'\n])\n@sys.secure()\n\n// between\nparam p string",
  extensions:
    "extension microsoftGraphV1\nextension 'br:x/y:1' with {\n  a: 1\n} as k\nextension kubernetes as k8s",
  'old imports and providers':
    "import 'kubernetes@1.0.0' with {\n  kubeConfig: ''\n} as k\nprovider 'az@1.0'",
  imports:
    "import { a, b as c } from 'x.bicep'\nimport {\n  d\n  e\n} from 'y.bicep'\nimport * as z from 'z.bicep'\nimport {\n  'odd-name' as f\n} from 'w.json'",
  "functions of one's own": "func f(a string, b int?) string => '${a}${b}'\nfunc g() object =>\n  { a: 1 }",
  'a module with condition': "module m 'm.bicep' = if (true) {\n  params: {}\n}",
  'a condition on the next line': "resource a 'A.B/c@2024-01-01' =\n  if (true) {\n  name: 'x'\n}",
  'modules in a loop':
    "@batchSize(1)\nmodule m 'br/public:avm/x:1.0' = [for (x, i) in xs: if (x.on) {\n  name: 'm${i}'\n}]",
  'a nested resource':
    "resource a 'A.B/c@2024-01-01' = {\n  name: 'x'\n  resource b 'd' = {\n    name: 'y'\n  }\n  @description('z')\n  resource e 'f' existing = {\n    name: 'z'\n  }\n}",
  'keywords as keys':
    'var o = {\n  resource: 1\n  type: 2\n  param: 3\n  for: 4\n  if: 5\n  module: 6\n  in: 7\n}',
  'one-line objects and arrays': 'var o = { a: 1, b: [1, 2, 3], c: {} }',
  'commas and lines mixed': 'var o = {\n  a: 1, b: 2\n  c: [\n    1, 2\n    3\n  ]\n}',
  'trailing commas on a line': 'var o = { a: 1, }\nvar p = [1, 2,]',
  spreads: 'var o = {\n  ...a\n  ...(b ? { c: 1 } : {})\n}\nvar p = [...q, 1]',
  'ternaries over lines': "var x = a\n  ? 'b'\n  : c\n  ? 'd'\n  : 'e'",
  precedence: 'var x = a || b && c == d + e * -f ?? g',
  'safe access of every kind': "var x = a.?b.c[?0][^1][?^2]!.d[0]!['e'].?f",
  'a non-null assertion as argument': "var x = split(id!, '/')",
  'nested names': 'output x string = a::b.properties.c',
  lambdas:
    'var x = map(filter(a, b => b.c), (d) => { e: d })\nvar y = reduce(a, 0, (p, q) =>\n  p + q)\nvar z = sort(a, (b,\n  c) => b < c)',
  'calls over lines': 'var x = union(\n  a,\n  {\n    b: 1\n  }\n)',
  'calls on namespaces': 'var x = az.resourceGroup().location\nvar y = sys.concat()',
  'parentheses over lines': 'var x = (\n  a || b\n)',
  'strings that look like comments':
    "var a = split(url, '//')\nvar b = '\\n// text'\nvar c = '${a}// b'\nvar d = '/* no */'",
  'holes with braces, calls and strings':
    "var a = '${b}x${c['d']}${e('f')}${{}}'\nvar g = '${h ? 'i' : 'j${k}'}'",
  escapes: "var a = 'it\\'s \\${not} \\u{1F600} \\\\ \\t'",
  'long strings': "var a = '''\na ' '' ${not} \\n\n'''\nvar b = ''''quoted''''\nvar c = ''''''",
  'long strings with holes': "var a = $'''\nHello ${name}, ${'it'}\n'''\nvar b = $$'''\n${not} $${hole}\n'''",
  pragmas:
    '#disable-next-line no-unused-params BCP081 // why\nparam a string\n#disable-diagnostics aks-x\n  #restore-diagnostics aks-x',
  'loops of every form':
    'var a = [for i in range(0, 3): i]\nvar b = [for (x, i) in y: {\n  z: x\n}]\nvar c = [\n  for x in y: x\n]\nvar d = [for x in y: if (x) {}]',
  'metadata, scope, assert': "metadata m = {\n  a: 'b'\n}\ntargetScope = 'subscription'\nassert a = b == c",
  'a test': "test t 'main.test.bicep' = {\n  params: {}\n}",
  'a file of parameters':
    "using 'main.bicep'\nparam a = 'x'\nparam b = {\n  c: readEnvironmentVariable('D', '')\n}\nvar e = 1",
  'a file of parameters that extends another':
    "using none\nextends 'base.bicepparam'\nextensionConfig k with {\n  a: 1\n}",
  'a using with settings': "using 'main.bicep' with {\n  mode: 'stack'\n}",
  'odd blanks and tabs': "param   a\tstring  =  'x'  // y\n\t\nvar b=[1,2]",
  'comments in odd places': 'var a /* b */ = /* c */ [ // d\n  1 // e\n  /* f */ 2\n]',
};
