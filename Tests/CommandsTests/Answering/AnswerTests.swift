import Commands
import Testing

struct AnswerTests {
    @Test func `words of a command are quoted where a shell would split them`() {
        #expect(commandLine(["apparatus", "check", nil, "a/b"]) == "apparatus check a/b")
        #expect(commandLine(["a b", ""]) == "'a b' ''")
        #expect(commandLine(["it's", "$HOME"]) == #"'it'\''s' '$HOME'"#)
        #expect(commandLine(["a'\u{301} b"]) == "'a'\\''\u{301} b'")
    }

    @Test func `a refusal is told on standard error and decides the exit status`() {
        let refusal = Refusal(.missing, "edition.absent", "there is none", help: "Name one")
        let answer = Answer(refusal, .none)
        #expect(answer.status == .missing)
        #expect(answer.output.text == "")
        #expect(answer.messages.text == "error: there is none — help: Name one\n")
    }
}
