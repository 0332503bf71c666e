// The functions over a state of their own came before the general ones; they need no memory
// that must be freed, and no search for an implementation.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
