using Avance.Cli;

if (OperatingSystem.IsWindows())
{
    // Its consoles default to the code page of another century; redirected JSON and CSV must be UTF-8 everywhere.
    Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}

return Application.Run(args, new Terminal(Console.Out, Console.Error));
