using CsCheck;
using Xunit;

namespace Avance.UnitTests;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData(" Gestión  DE\tla ", "gestion de la")]
    [InlineData("ATENCIÓN Y GESTIÓN ELECTORAL", "atencion y gestion electoral")]
    [InlineData("Pingüino Ñandú ÁÉÍÓÚÜ", "pinguino nandu aeiouu")]
    [InlineData("Gestio\u0301n de Ca\u0303o", "gestion de cao")]
    [InlineData("uno\u00A0dos\u2009tres\u202Fcuatro\u3000cinco", "uno dos tres cuatro cinco")]
    [InlineData("Łódź Škoda Gökçe Ørsted Đà Nẵng", "lodz skoda gokce orsted da nẵng")]
    [InlineData("Æ œ ß Þ × ÷ «»", "æ œ ß þ × ÷ «»")]
    [InlineData("ΑΘΗΝΑ Ж", "αθηνα ж")]
    [InlineData("\u212Bngstrom \u212Aelvin", "angstrom kelvin")]
    [InlineData("", "")]
    [InlineData(" \t\n", "")]
    public void Folds_case_accents_and_spaces(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Theory]
    [InlineData("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")]
    [InlineData("āăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżž", "aaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzz")]
    [InlineData("øđħıĸŀłŋŧſ", "odhiĸllŋts")]
    public void Knows_every_letter_of_Latin_1_and_Latin_Extended_A(string accented, string folded)
    {
        Assert.Equal(folded, FoldedText.Fold(accented));
        Assert.Equal(folded, FoldedText.Fold(accented.ToUpperInvariant()));
    }

    [Fact]
    public void Returns_a_text_already_folded_as_it_is()
    {
        const string Text = "gestion de la calidad";
        Assert.Same(Text, FoldedText.Fold(Text));
    }

    [Fact]
    public void Folding_again_changes_nothing_and_never_lengthens() => Gen.String.Sample(text =>
    {
        var folded = FoldedText.Fold(text);
        Assert.Equal(folded, FoldedText.Fold(folded));
        Assert.True(folded.Length <= text.Length);
    });

    [Fact]
    public void Accents_written_apart_fold_as_accents_written_together() =>
        Gen.Select(Gen.Char["aeiouncAEIOUNC"], Gen.Char['\u0300', '\u036F'], Gen.Int[1, 400]).Sample((letter, mark, times) =>
            Assert.Equal(
                new string(char.ToLowerInvariant(letter), times),
                FoldedText.Fold(string.Concat(Enumerable.Repeat($"{letter}{mark}", times)))));

    [Fact]
    public void Spaces_around_and_between_words_do_not_matter() =>
        Gen.Select(Gen.String[Gen.Char["abcáñ.,"], 1, 9].Array[0, 9], Gen.Int[1, 4]).Sample((words, spaces) =>
            Assert.True(FoldedText.Same(string.Join(' ', words), $"  {string.Join(new string(' ', spaces), words)}\t".ToUpperInvariant())));
}
