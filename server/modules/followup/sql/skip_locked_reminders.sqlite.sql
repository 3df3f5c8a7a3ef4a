-- One writer: nobody is changing one of them.
/* lock */
