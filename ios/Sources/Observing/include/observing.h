#ifndef STANDING_OBSERVING_H
#define STANDING_OBSERVING_H

void _ZN5swift9threading5fatalEPKcz(const char *format, ...);

#endif
