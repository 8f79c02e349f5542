import type { IForbiddenRuleType } from 'dependency-cruiser'

export const imports: IForbiddenRuleType[]
export const reach: IForbiddenRuleType[]
