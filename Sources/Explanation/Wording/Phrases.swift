internal import Locales

/// Our own texts in one language; takes the place of the generated type until that is there.
struct Phrases {
    let locale: Locale

    init(_ locale: Locale) { self.locale = locale }
}
