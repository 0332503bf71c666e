#include <gmp.h>

/* The parts of a fraction are macros in gmp.h, which Swift does not see. */
static inline mpz_ptr _Nonnull cgmp_numerator(mpq_ptr _Nonnull fraction) {
    return mpq_numref(fraction);
}
static inline mpz_ptr _Nonnull cgmp_denominator(mpq_ptr _Nonnull fraction) {
    return mpq_denref(fraction);
}
static inline int cgmp_sign(mpq_srcptr _Nonnull fraction) { return mpq_sgn(fraction); }
