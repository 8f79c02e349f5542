import { parentPort, workerData } from 'node:worker_threads'
import { writtenWorkbook, type Workbook } from './workbook-writing.ts'

parentPort!.postMessage(await writtenWorkbook(workerData as Workbook))
