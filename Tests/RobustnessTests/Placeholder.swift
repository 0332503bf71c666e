import Testing

@Suite struct RobustnessPlaceholder {}
