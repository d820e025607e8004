import { startConsole } from '../shared/parts/page.tsx'
import { Admin } from './admin.tsx'

startConsole(Admin)
