-- A verb that is changing one of them decides itself what becomes of it.
FOR UPDATE OF r SKIP LOCKED
