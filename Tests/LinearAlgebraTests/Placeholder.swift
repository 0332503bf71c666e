import Testing

@Suite struct LinearAlgebraPlaceholder {}
