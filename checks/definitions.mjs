// Both validators of the Amazon States Language over statemachine/*.asl.json. SAM and cfn-lint do not read these files.
// A validator that passes everything is no check: each must also refuse a copy with a mistake planted in it.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { StateLint } = require('@wmfs/statelint')
const validateAsl = require('asl-validator')

const FOLDER = new URL('../statemachine/', import.meta.url)
const SAMPLE_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:Sample:live'

const validators = {
  '@wmfs/statelint': definition => new StateLint().validate(definition),
  'asl-validator': definition =>
    validateAsl(definition, { checkPaths: true, checkArn: true }).errors.map(error => error.Message ?? JSON.stringify(error))
}

const plantedMistakes = {
  'a state leads nowhere': definition => {
    firstState(definition, 'Choice').Default = 'No such state'
  },
  'a Task without a Resource': definition => {
    delete firstState(definition, 'Task').Resource
  },
  'a path that is none': definition => {
    Object.assign(firstState(definition, 'Wait') ?? {}, { SecondsPath: 'sync.waitSeconds' })
    Object.assign(firstState(definition, 'Map') ?? {}, { ItemsPath: 'plan.groups' })
  },
  'StartAt is missing': definition => {
    delete definition.StartAt
  }
}

function firstState (definition, type) {
  return Object.values(definition.States).find(state => state.Type === type)
}

function read (file) {
  const text = readFileSync(new URL(file, FOLDER), 'utf8')
  return JSON.parse(text.replace(/\$\{[A-Za-z0-9]+\}/g, SAMPLE_ARN))
}

const files = readdirSync(FOLDER).filter(file => file.endsWith('.asl.json')).sort()
if (files.length === 0) {
  console.error('No statemachine/*.asl.json found: nothing was checked')
  process.exit(1)
}

let failures = 0
for (const file of files) {
  for (const [name, problemsOf] of Object.entries(validators)) {
    const problems = problemsOf(read(file))
    for (const problem of problems) console.error(`${file}: ${name}: ${problem}`)
    failures += problems.length
    if (problems.length === 0) console.log(`${file}: ${name} finds nothing wrong`)

    for (const [mistake, plant] of Object.entries(plantedMistakes)) {
      const definition = read(file)
      plant(definition)
      if (problemsOf(definition).length === 0) {
        console.error(`${file}: ${name} did not notice a planted mistake: ${mistake}`)
        failures++
      }
    }
  }
}
process.exit(failures === 0 ? 0 : 1)
