-- Another node has it in hand: leave it there.
FOR UPDATE OF d SKIP LOCKED
