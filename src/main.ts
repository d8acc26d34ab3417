// What service units start: its path stays, wherever the rooms move.
import './app/main.ts'
