#include "observing.h"
#include <stdlib.h>

/* Swift 6.0 on Linux ships an Observation library that asks for swift::threading::fatal and does
   not find it. It is called when a lock cannot be taken, and may only end the program. */
void _ZN5swift9threading5fatalEPKcz(const char *format, ...) {
  (void)format;
  abort();
}
