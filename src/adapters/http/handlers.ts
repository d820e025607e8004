import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { ROUTES, RouteAnswer, RouteName } from '../../contract/http.ts'
import type { Viewer } from '../../domain/person.ts'

/** A part of a request as its schema parses it. */
type Input<Name extends RouteName, Part extends 'params' | 'query' | 'body'> =
  (typeof ROUTES)[Name] extends Record<Part, infer Schema extends z.ZodType> ? z.infer<Schema> : undefined

/** One request of a route, validated. */
interface Call<Name extends RouteName> {
  params: Input<Name, 'params'>
  query: Input<Name, 'query'>
  body: Input<Name, 'body'>
  /** Of a route that takes a photo. */
  bytes: (typeof ROUTES)[Name] extends { takes: 'photo' } ? Uint8Array : undefined
  request: Request
  response: Response
}
type SignedIn<Name extends RouteName> = (typeof ROUTES)[Name]['access'] extends 'open' ? null : Viewer
/** One handler for each route of the contract. */
export type Handlers = { [Name in RouteName]: (call: Call<Name>, viewer: SignedIn<Name>) => Promise<RouteAnswer<Name>> | RouteAnswer<Name> }
