/** Who does the model say it is? Claims in its own voice, and how they stand against whom the site says it is. */
import { otherLanguages } from './languages/all'
import { addLanguages } from './languages/index'

addLanguages(otherLanguages)

export * from './light'
