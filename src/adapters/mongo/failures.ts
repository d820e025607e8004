import mongoose from 'mongoose'
import { PrahariError } from '../../domain/errors.ts'

const { MongoServerError, MongoBulkWriteError, BSON } = mongoose.mongo

const DUPLICATE_KEY = 11_000
/**
 * Codes with which a server refuses a document itself: BadValue, FailedToParse, TypeMismatch, DollarPrefixedFieldName,
 * EmptyFieldName, DottedFieldName, and BSONObjectTooLarge in its variants.
 */
const DOCUMENT_REFUSED: ReadonlySet<unknown> = new Set([2, 9, 14, 52, 56, 57, 10_334, 17_419, 17_420])

/** The positions in the call whose id existed already. @throws the error when anything else was wrong too. */
export function duplicatesIn(error: unknown): Set<number> {
  const isOnlyDuplicates = error instanceof MongoBulkWriteError && writeErrors(error).every(({ code }) => code === DUPLICATE_KEY) &&
    writeErrors(error).length > 0 && !error.result.getWriteConcernError()
  if (!isOnlyDuplicates) throw error
  return new Set(writeErrors(error).map(({ index }) => index))
}

function writeErrors(error: InstanceType<typeof MongoBulkWriteError>): mongoose.mongo.WriteError[] {
  return [error.writeErrors].flat()
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY
}

/** Every failure that is not about the document itself is one of the store: trying again can help. */
export function toPrahariError(error: unknown): PrahariError {
  if (error instanceof PrahariError) return error
  const message = error instanceof Error ? error.message : String(error)
  const isOfDocument = (error instanceof MongoServerError && DOCUMENT_REFUSED.has(error.code)) || error instanceof BSON.BSONError
  return isOfDocument
    ? new PrahariError('invalid', `the store refused a value: ${message}`, { cause: error })
    : new PrahariError('unavailable', `the store is not available: ${message}`, { cause: error })
}
