internal import Glibc

extension Double {
    /// The number below which this share of the standard normal distribution lies.
    ///
    /// Some 16 digits are right. Of 0 and 1 it is infinite; outside of them, and of NaN, it is NaN.
    ///
    /// - Source: M. Wichura, Algorithm AS 241: the percentage points of the normal distribution
    ///   (1988), PPND16.
    public var normalQuantile: Double {
        let distance = self - 0.5
        if abs(distance) <= 0.425 {
            return distance * Self.ratio(Self.central, at: 0.180625 - distance * distance)
        }
        let tail = distance < 0 ? self : 1 - self
        guard tail > 0 else { return tail == 0 ? (distance < 0 ? -.infinity : .infinity) : .nan }
        let root = (-log(tail)).squareRoot()
        let quantile =
            root <= 5
            ? Self.ratio(Self.middle, at: root - 1.6) : Self.ratio(Self.outer, at: root - 5)
        return distance < 0 ? -quantile : quantile
    }

    /// A rational function, the highest power first.
    private typealias Ratio = (above: InlineArray<8, Double>, below: InlineArray<8, Double>)

    private static func ratio(_ ratio: Ratio, at x: Double) -> Double {
        var (above, below) = (0.0, 0.0)
        for index in 0..<8 {
            above = above * x + ratio.above[index]
            below = below * x + ratio.below[index]
        }
        return above / below
    }

    /// Within 0.425 of one half.
    private static let central: Ratio = (
        [
            2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
            4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
            1.3314166789178437745e2, 3.3871328727963666080e0,
        ],
        [
            5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
            2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
            4.2313330701600911252e1, 1,
        ]
    )

    /// Down to a tail of e⁻²⁵.
    private static let middle: Ratio = (
        [
            7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
            1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
            4.63033784615654529590e0, 1.42343711074968357734e0,
        ],
        [
            1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
            1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
            2.05319162663775882187e0, 1,
        ]
    )

    /// Further out.
    private static let outer: Ratio = (
        [
            2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
            2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
            5.46378491116411436990e0, 6.65790464350110377720e0,
        ],
        [
            2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
            7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
            5.99832206555887937690e-1, 1,
        ]
    )
}
