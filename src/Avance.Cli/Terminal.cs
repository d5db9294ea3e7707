namespace Avance.Cli;

/// <summary>Where the program writes, and in which language.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>For results: what another program may read.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>For messages to the person.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>What another program hands in.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>Language of help, messages and tables.</summary>
    public Language Language { get; set; }

    /// <summary>Chooses between the two languages.</summary>
    public string Say(string spanish, string english) => Language == Language.English ? english : spanish;

    /// <summary>The text in the terminal's language.</summary>
    public string Say(LocalizedText text) => text.In(Language);

    /// <summary>A count and its noun, in the number that it asks for: «1 meta», «46 metas».</summary>
    public string Count(int count, LocalizedText one, LocalizedText many) => $"{Figure.Grouped(count, 0)} {Say(count == 1 ? one : many)}";

    /// <summary>Reads what nobody should see: typed without showing it, or the first line that another program hands in.</summary>
    public string ReadSecret(LocalizedText prompt)
    {
        if (Input != Console.In || Console.IsInputRedirected)
        {
            return Input.ReadLine() ?? "";
        }

        Error.Write(Say(prompt));
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Error.WriteLine();
        return typed.ToString();
    }

    /// <summary>Writes a line of result.</summary>
    public void Line(string text) => Output.WriteLine(text);

    /// <summary>Writes why something was not done, with the code of the rule that says so.</summary>
    public void Fail(LocalizedText text, string code) => Error.WriteLine($"avance: {Say(text)} [{code}]");
}
