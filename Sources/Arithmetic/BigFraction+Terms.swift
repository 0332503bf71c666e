internal import CGmp

/// The owner of one GMP fraction.
///
/// `@unchecked Sendable`: ``BigFraction`` fills it once, before anyone else can see it, and only
/// reads it afterwards; GMP's reading functions keep no state. See decision 2.
@safe
final class Terms: @unchecked Sendable {
    let pointer: mpq_ptr

    /// The fraction 0.
    init() {
        unsafe pointer = mpq_ptr.allocate(capacity: 1)
        unsafe __gmpq_init(pointer)
    }

    deinit {
        unsafe __gmpq_clear(pointer)
        unsafe pointer.deallocate()
    }

    /// Sets a whole number that was initialised before.
    static func set(_ target: mpz_ptr, _ value: UInt128) {
        unsafe __gmpz_set_ui(target, UInt(truncatingIfNeeded: value &>> 64))
        unsafe __gmpz_mul_2exp(target, target, 64)
        unsafe __gmpz_add_ui(target, target, UInt(truncatingIfNeeded: value))
    }
}
