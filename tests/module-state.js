const TOP = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration'
const CONSTANT = /^(Map|Set|RegExp|Prepared)$/

/** Where a module keeps something that changes: the next story, or a second instance, would find it changed. */
const STATE = [
  `${TOP}[kind=/^(let|var)$/]`,
  `${TOP} > VariableDeclarator > NewExpression:not([callee.name=${CONSTANT}])`,
  `${TOP} > VariableDeclarator:not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly/]) > NewExpression[callee.name=/^(Map|Set)$/]`,
  `${TOP} > VariableDeclarator > ArrayExpression[elements.length=0]`,
  `${TOP} > VariableDeclarator > ObjectExpression[properties.length=0]`,
  'PropertyDefinition[static=true]',
]

const rule = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'What changes is constructed in AppContext or in a feature, not in a module.',
      })
    return Object.fromEntries(STATE.map((selector) => [selector, report]))
  },
}

/** Tables that never change are fine: a Map or Set says so by its type. */
export const noModuleState = {
  files: ['server/**/*.ts'],
  plugins: { liangting: { rules: { 'module-state': rule } } },
  rules: { 'liangting/module-state': 'error' },
}
